/* Touches one page of a mapping of 8 MiB, plain and with MADV_HUGEPAGE: what a transparent huge page costs. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SIZE = 8 << 20, HUGE_PAGE = 2 << 20 };

static int touch(const char *op, int advice) {
  char *p = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), c;
  if (p == MAP_FAILED || (advice && madvise(p, SIZE, advice) != 0)) return 1;
  char *aligned = (char *)(((uintptr_t)p + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
  for (int written = 0; written < 2; written++) {
    dprintf(1, "op %s\npages %d\nrange %#lx\nready\n", op, written, (uintptr_t)aligned);
    if (read(0, &c, 1) < 0) return 1;
    aligned[0] = 1;
  }
  dprintf(1, "op %s\npages 1\nrange %#lx\nready\n", op, (uintptr_t)aligned);
  return read(0, &c, 1) < 0 || munmap(p, SIZE) != 0;
}

int main(void) {
  return touch("plain", 0) || touch("MADV_HUGEPAGE", MADV_HUGEPAGE) || touch("MADV_NOHUGEPAGE", MADV_NOHUGEPAGE);
}

/* Touches one page of a mapping of 8 MiB, plain and advised: what a transparent huge page costs. */
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/mman.h>

#include "say.h"

enum { SIZE = 8 << 20, HUGE_PAGE = 2 << 20 };

static int touch(const char *op, int advice) {
  char *p = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED || (advice && madvise(p, SIZE, advice) != 0)) return 1;
  char *aligned = (char *)(((uintptr_t)p + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
  say("op %s\npages 0\nrange %#lx\n", op, (uintptr_t)aligned);
  pause_here();
  aligned[0] = 1;
  say("op %s\npages 1\nrange %#lx\n", op, (uintptr_t)aligned);
  pause_here();
  return munmap(p, SIZE) != 0;
}

int main(void) {
  return touch("plain", 0) || touch("MADV_HUGEPAGE", MADV_HUGEPAGE) || touch("MADV_NOHUGEPAGE", MADV_NOHUGEPAGE);
}

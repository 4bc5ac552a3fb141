/* Reserve, map, write, read, advise, unmap: one range of pages through its whole life.
   After each step it names the range and what mincore counts, then waits to be looked at. */
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/mman.h>

#include "say.h"

enum { PAGE = 4096, RESERVED = 64 << 20, MAPPED = 4 << 20 };

static char *base;

static int resident(void) {
  static unsigned char in[RESERVED / PAGE];
  int n = 0;
  if (base == NULL) return 0;
  if (mincore(base, RESERVED, in) != 0) return -1;
  for (int i = 0; i < RESERVED / PAGE; i++) n += in[i] & 1;
  return n;
}

static void show(const char *op, int pages) {
  say("op %s\npages %d\nrange %#lx\nmincore %d\n", op, pages, (uintptr_t)base, resident());
  pause_here();
}

static void need(int ok, const char *what) {
  if (!ok) { perror(what); _exit(1); }
}

static void writePages(int from, int n) {
  for (int i = from; i < from + n; i++) base[(long)i * PAGE] = 1;
}

static void readPages(int from, int n) {
  static volatile char sink __attribute__((unused));
  for (int i = from; i < from + n; i++) sink = base[(long)i * PAGE];
}

int main(void) {
  show("start", 0);
  base = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  need(base != MAP_FAILED, "reserve");
  show("reserve", RESERVED / PAGE);
  need(mmap(base, MAPPED, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == base, "map");
  show("map", MAPPED / PAGE);
  writePages(0, 1);
  show("write", 1);
  writePages(0, 100);
  show("write", 100);
  readPages(200, 50);
  show("read", 50);
  writePages(200, 50);
  show("write", 50);
  need(madvise(base, 50 * PAGE, MADV_DONTNEED) == 0, "MADV_DONTNEED");
  show("madvise DONTNEED", 50);
  need(madvise(base + 50 * PAGE, 50 * PAGE, MADV_FREE) == 0, "MADV_FREE");
  show("madvise FREE", 50);
  writePages(50, 10);
  show("write", 10);
  need(madvise(base, MAPPED, MADV_PAGEOUT) == 0, "MADV_PAGEOUT");
  show("madvise PAGEOUT", MAPPED / PAGE);
  need(mprotect(base, MAPPED, PROT_NONE) == 0, "mprotect");
  show("mprotect NONE", MAPPED / PAGE);
  need(munmap(base, RESERVED) == 0, "munmap");
  base = NULL;
  show("munmap", RESERVED / PAGE);
  return 0;
}

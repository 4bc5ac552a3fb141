/*
 * One huge page's worth of addresses, 2 MiB at a multiple of that. Does what its arguments say, one after the other, and
 * waits after each: write:A-B, free:A-B (MADV_DONTNEED) for pages A to B of 4 KiB; huge and nohuge (MADV_HUGEPAGE,
 * MADV_NOHUGEPAGE), collapse (MADV_COLLAPSE); look does nothing.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "say.h"

#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

enum { PAGE = 4096, HUGE_PAGE = 2 << 20, SIZE = 8 << 20 };

static char *region;

/* The pages that an argument names: all of the region unless it says A or A-B. */
static char *pages(const char *op, size_t *bytes) {
  const char *colon = strchr(op, ':');
  *bytes = HUGE_PAGE;
  if (!colon) return region;
  char *end;
  long first = strtol(colon + 1, &end, 10);
  long last = *end == '-' ? strtol(end + 1, NULL, 10) : first;
  *bytes = (size_t)(last - first + 1) * PAGE;
  return region + first * PAGE;
}

static int is(const char *op, const char *name) { return strncmp(op, name, strlen(name)) == 0; }

static int advise(char *start, size_t bytes, int advice) { return madvise(start, bytes, advice) == 0 ? 0 : errno; }

/* Does it, and returns 0 or an errno. */
static int step(const char *op) {
  size_t bytes;
  char *start = pages(op, &bytes);
  if (is(op, "write")) for (size_t i = 0; i < bytes; i += PAGE) start[i] = 1;
  if (is(op, "free")) return advise(start, bytes, MADV_DONTNEED);
  if (is(op, "huge")) return advise(start, bytes, MADV_HUGEPAGE);
  if (is(op, "nohuge")) return advise(start, bytes, MADV_NOHUGEPAGE);
  if (is(op, "collapse")) return advise(start, bytes, MADV_COLLAPSE);
  return 0;
}

int main(int argc, char **argv) {
  char *p = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) return 1;
  region = (char *)(((uintptr_t)p + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1));
  for (int i = 1; i < argc; i++) {
    int failed = step(argv[i]);
    say("op %s\nfailed %d\nrange %#lx\n", argv[i], failed, (uintptr_t)region);
    pause_here();
  }
  return 0;
}

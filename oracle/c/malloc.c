/* malloc(SIZE) once, then wait: what a C heap looks like. */
#include <stdint.h>

#include "say.h"

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  uintptr_t before = (uintptr_t)sbrk(0);
  void *p = malloc(strtoul(argv[1], NULL, 10));
  uintptr_t after = (uintptr_t)sbrk(0);
  say("breakBefore %#lx\npointer %#lx\nbreakAfter %#lx\n", before, (uintptr_t)p, after);
  pause_here();
  return 0;
}

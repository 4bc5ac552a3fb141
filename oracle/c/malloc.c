/* malloc(SIZE) once, then wait: what a C heap looks like. dprintf keeps stdio's own buffer out of the heap. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  uintptr_t before = (uintptr_t)sbrk(0);
  void *p = malloc(strtoul(argv[1], NULL, 10));
  uintptr_t after = (uintptr_t)sbrk(0);
  dprintf(1, "breakBefore %#lx\npointer %#lx\nbreakAfter %#lx\nready\n", before, (uintptr_t)p, after);
  char c;
  return read(0, &c, 1) < 0;
}

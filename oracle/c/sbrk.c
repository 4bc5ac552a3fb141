/* Moves the program break by each amount on the command line and answers as sbrk does: the old break, relative to the first. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
  char *first = sbrk(0);
  for (int i = 1; i < argc; i++) {
    char *old = sbrk(strtol(argv[i], NULL, 10));
    char c;
    if (old == (char *)-1)
      dprintf(1, "error %s\n", strerror(errno));
    else
      dprintf(1, "answer %ld\n", (long)(old - first));
    dprintf(1, "op %s\nfirst %#lx\nbreak %ld\nready\n", argv[i], (uintptr_t)first, (long)((char *)sbrk(0) - first));
    if (read(0, &c, 1) < 0) return 1;
  }
  return 0;
}

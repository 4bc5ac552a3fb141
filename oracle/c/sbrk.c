/* Moves the program break by each amount on the command line and answers as sbrk does: the old break, relative to the first. */
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "say.h"

int main(int argc, char **argv) {
  char *first = sbrk(0);
  for (int i = 1; i < argc; i++) {
    char *old = sbrk(strtol(argv[i], NULL, 10));
    if (old == (char *)-1)
      say("error %s\n", strerror(errno));
    else
      say("answer %ld\n", (long)(old - first));
    say("op %s\nfirst %#lx\nbreak %ld\n", argv[i], (uintptr_t)first, (long)((char *)sbrk(0) - first));
    pause_here();
  }
  return 0;
}

/* Prints, for each n from 0 to the argument at which malloc_usable_size(malloc(n)) changes: n and the size. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  size_t limit = argc > 1 ? strtoul(argv[1], 0, 10) : 0, last = 0;
  static size_t at[1 << 16], size[1 << 16], seen;
  for (size_t n = 0; n <= limit; n++) {
    void *p = malloc(n);
    size_t usable = malloc_usable_size(p);
    free(p);
    if (usable == last || seen >= 1 << 16) continue;
    at[seen] = n;
    last = size[seen++] = usable;
  }
  for (size_t i = 0; i < seen; i++) printf("%zu %zu\n", at[i], size[i]);
}

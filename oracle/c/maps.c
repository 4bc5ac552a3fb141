/* One mapping of a page for each object, 200,000 of them; then every second one goes, until the kernel refuses.
   At each stop the recorder counts the lines of /proc/PID/maps. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "say.h"

enum { OBJECTS = 200000, PAGE = 4096 };

static char *object[OBJECTS];

static void tell(const char *op, int calls, int error) {
  say("op %s\ncalls %d\nerror %s\n", op, calls, error ? strerror(error) : "");
  pause_here();
}

static int make(void) {
  for (int i = 0; i < OBJECTS; i++) {
    object[i] = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (object[i] == MAP_FAILED) return i;
    object[i][0] = 1;
  }
  return OBJECTS;
}

/* The number of calls, with the one that failed. */
static int drop(void) {
  int calls = 0;
  for (int i = 0; i < OBJECTS; i += 2) {
    calls++;
    if (munmap(object[i], PAGE) != 0) break;
  }
  return calls;
}

int main(void) {
  tell("start", 0, 0);
  errno = 0;
  int made = make();
  tell("mmap", made, errno);
  errno = 0;
  int dropped = drop();
  tell("munmap", dropped, errno);
  return 0;
}

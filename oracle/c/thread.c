/* malloc(1) in the first thread, then in a second one: glibc gives the second thread an arena of its own. */
#include <pthread.h>
#include <stdint.h>

#include "say.h"

static void *second(void *unused) {
  int local;
  say("threadPointer %#lx\nthreadStack %#lx\n", (uintptr_t)malloc(1), (uintptr_t)&local);
  pause_here();
  return unused;
}

int main(void) {
  pthread_t t;
  say("pointer %#lx\n", (uintptr_t)malloc(1));
  return pthread_create(&t, NULL, second, NULL) || pthread_join(t, NULL);
}

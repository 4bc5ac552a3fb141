/* malloc(1) in the first thread, then in a second one: glibc gives the second thread an arena of its own. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *second(void *unused) {
  int local;
  dprintf(1, "threadPointer %#lx\nthreadStack %#lx\nready\n", (uintptr_t)malloc(1), (uintptr_t)&local);
  char c;
  return read(0, &c, 1) < 0 ? unused : NULL;
}

int main(void) {
  pthread_t t;
  dprintf(1, "pointer %#lx\n", (uintptr_t)malloc(1));
  return pthread_create(&t, NULL, second, NULL) || pthread_join(t, NULL);
}

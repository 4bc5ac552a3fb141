/* Threads that work in turn, as the threads under cgo do: each makes 20,000 blocks of 1,000 bytes and frees all but the last.
   Never are more than 20 MiB alive. Then all wait, do a little more, and the process asks for a trim. */
#define _GNU_SOURCE
#include <malloc.h>
#include <pthread.h>
#include <string.h>

#include "say.h"

enum { THREADS = 16, BLOCKS = 20000, SIZE = 1000, IDLE = 15 };

static pthread_barrier_t turn;
static void *volatile kept;

static void work(int blocks) {
  static __thread void *block[BLOCKS];
  for (int i = 0; i < blocks; i++) memset(block[i] = malloc(SIZE), 1, SIZE);
  for (int i = 0; i < blocks - 1; i++) free(block[i]);
}

static void *thread(void *arg) {
  int me = (int)(long)arg;
  for (int i = 0; i < THREADS; i++) {
    if (i == me) work(BLOCKS);
    pthread_barrier_wait(&turn);
  }
  pthread_barrier_wait(&turn);
  for (int i = 0; i < 10000; i++) { kept = malloc(SIZE); free(kept); }
  pthread_barrier_wait(&turn);
  pthread_barrier_wait(&turn);
  return NULL;
}
int main(void) {
  pthread_t t;
  pthread_barrier_init(&turn, NULL, THREADS + 1);
  say("op start\n"); pause_here();
  for (long i = 0; i < THREADS; i++) pthread_create(&t, NULL, thread, (void *)i);
  for (int i = 0; i < THREADS; i++) pthread_barrier_wait(&turn);
  say("op turns\n"); pause_here();
  sleep(IDLE);
  pthread_barrier_wait(&turn);
  pthread_barrier_wait(&turn);
  say("op later\n"); pause_here();
  malloc_trim(0);
  say("op trim\n"); pause_here();
  return 0;
}

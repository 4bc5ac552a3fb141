/* Threads that take turns at malloc and free, one burst at a time, and what each malloc answered.
 *
 *     threads THREADS BURST SIZE ROUNDS self|next|only
 *
 * self: each thread asks for BURST blocks and frees them, oldest first. next: threads 0, 2, … ask, the next one frees,
 * having asked for one block of its own. only: the same, and it never asked for any.
 * Prints one line per burst of mallocs: THREAD ADDRESS…, in hex. The turns begin when all threads are there. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { THREADS = 16, BURST = 1024 };

static int threads, burst, rounds, next_frees, own_first;
static size_t size;
static void *block[BURST];
/* Whose turn it is, counted from the start; each turn is a burst of malloc or of free. */
static volatile long turn = -1;
static char *out, *at;

static void print(uint64_t n) {
  char digits[24];
  int i = 0;
  do digits[i++] = "0123456789abcdef"[n % 16]; while (n /= 16);
  while (i) *at++ = digits[--i];
}

static int asks(int thread) { return !next_frees || thread % 2 == 0; }
static int frees_of(int thread) { return next_frees ? (thread + 1) % threads : thread; }

static void ask(int thread, int count) {
  print(thread);
  for (int i = 0; i < count; i++) {
    block[i] = malloc(size);
    *at++ = ' ';
    print((uint64_t)block[i]);
  }
  *at++ = '\n';
}

static void wait_for(long now) {
  while (__atomic_load_n(&turn, __ATOMIC_ACQUIRE) != now) sched_yield();
}

static void done(long now) { __atomic_store_n(&turn, now + 1, __ATOMIC_RELEASE); }

/* Every thread walks through all turns and acts in its own. */
static void *run(void *own) {
  int me = (int)(intptr_t)own;
  long now = 0;
  for (int thread = 1; own_first && thread < threads; thread += 2, now++) {
    if (me != thread) continue;
    wait_for(now);
    ask(me, 1);
    done(now);
  }
  for (int round = 0; round < rounds; round++) {
    for (int thread = 0; thread < threads; thread++) {
      if (!asks(thread)) continue;
      for (int frees = 0; frees < 2; frees++, now++) {
        if (me != (frees ? frees_of(thread) : thread)) continue;
        wait_for(now);
        if (frees) for (int i = 0; i < burst; i++) free(block[i]);
        else ask(thread, burst);
        done(now);
      }
    }
  }
  wait_for(now);
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  threads = atoi(argv[1]); burst = atoi(argv[2]); size = atol(argv[3]); rounds = atoi(argv[4]); next_frees = strcmp(argv[5], "self") != 0; own_first = !strcmp(argv[5], "next");
  if (threads > THREADS || burst > BURST) return 2;
  at = out = mmap(0, 1 << 26, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  pthread_t all[THREADS];
  for (int i = 0; i < threads; i++) pthread_create(&all[i], 0, run, (void *)(intptr_t)i);
  done(-1);
  for (int i = 0; i < threads; i++) pthread_join(all[i], 0);
  for (char *p = out; p < at;) p += write(1, p, at - p);
  _exit(0);
}

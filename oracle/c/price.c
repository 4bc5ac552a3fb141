/* What a request for 32 bytes costs: instructions of the program itself, counted by stepping through it one at a time,
   and nanoseconds, from the fastest of some rounds; the loop around it included. LD_PRELOAD says whose malloc it is. */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

#include "say.h"

enum { SIZE = 32, PAGE = 4096, STEPPED = 100, WARM = 1000, ROUNDS = 20, ROUND = 20000 };

static void *volatile kept;
static char bumped[SIZE * (WARM + STEPPED)], *next = bumped;

static void nothing(void) {}

static void bump(void) {
  if (next + SIZE > bumped + sizeof bumped) next = bumped;
  kept = next;
  next += SIZE;
}

static void pair(void) {
  kept = malloc(SIZE);
  free(kept);
}

static void call(void) { syscall(SYS_getppid); }

static void page(void) {
  char *p = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) _exit(1);
  *p = 1;
  if (munmap(p, PAGE) != 0) _exit(1);
}

static void repeat(void (*op)(void), int times) {
  for (int i = 0; i < times; i++) op();
}

static void mark(void) { __asm__ volatile("int3"); }

static void stepped(void (*op)(void)) {
  repeat(op, WARM);
  ptrace(PTRACE_TRACEME, 0, 0, 0);
  mark();
  repeat(op, STEPPED);
  mark();
  _exit(0);
}

/* Whether the child stands at a mark, not merely one step further. */
static int marked(pid_t child) {
  siginfo_t info;
  int status;
  if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) _exit(1);
  if (ptrace(PTRACE_GETSIGINFO, child, 0, &info) != 0) _exit(1);
  return info.si_code == SI_KERNEL;
}

/* Instructions of one turn, on average. */
static double instructions(void (*op)(void)) {
  pid_t child = fork();
  long n = 0;
  if (child == 0) stepped(op);
  if (child < 0 || !marked(child)) _exit(1);
  do {
    n++;
    ptrace(PTRACE_SINGLESTEP, child, 0, 0);
  } while (!marked(child));
  ptrace(PTRACE_CONT, child, 0, 0);
  waitpid(child, NULL, 0);
  return (double)n / STEPPED;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

static double nanoseconds(void (*op)(void)) {
  double best = 1e18;
  repeat(op, WARM);
  for (int i = 0; i < ROUNDS; i++) {
    double from = now();
    repeat(op, ROUND);
    double took = (now() - from) / ROUND;
    if (took < best) best = took;
  }
  return best;
}

static void tell(const char *name, void (*op)(void)) {
  say("op %s\ninstructions %.0f\nns %.1f\n", name, instructions(op), nanoseconds(op));
  pause_here();
}

int main(void) {
  tell("nothing", nothing);
  tell("bump", bump);
  tell("malloc", pair);
  tell("getppid", call);
  tell("mmap", page);
  return 0;
}

/* Records every malloc, calloc, realloc and free of a program and writes them as a .rep trace when it ends.
 *
 *     cc -shared -fPIC -O2 -o rec.so rec.c
 *     REP=trace LD_PRELOAD=./rec.so PROGRAM ...      writes trace.PID.rep
 *
 * memalign and its kin are recorded as malloc. Works with GNU libc, whose own entry points it calls. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

enum { CALLS = 1 << 24, SLOTS = 1 << 24 };

struct call { char op; uint32_t id; uint64_t size; };

static struct call *calls;
static size_t made;
static uint32_t ids;
/* Live addresses and their ids: open addressing, linear probing, removal by shifting back. */
static struct { uint64_t addr; uint32_t id; } *table;
static atomic_flag busy = ATOMIC_FLAG_INIT;

static void *map(size_t size) {
  void *p = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) _exit(2);
  return p;
}

static void lock(void) {
  while (atomic_flag_test_and_set(&busy)) ;
  if (calls) return;
  calls = map(sizeof *calls * CALLS);
  table = map(sizeof *table * SLOTS);
}

static void unlock(void) { atomic_flag_clear(&busy); }

static size_t slot(uint64_t addr) { return (addr >> 4) * 0x9e3779b97f4a7c15u >> 40; }

static size_t find(uint64_t addr) {
  size_t i = slot(addr);
  while (table[i].addr && table[i].addr != addr) i = (i + 1) % SLOTS;
  return i;
}

static void keep(void *p, uint32_t id) {
  size_t i = find((uint64_t)p);
  table[i].addr = (uint64_t)p;
  table[i].id = id;
}

static void forget(size_t hole) {
  for (size_t i = hole;;) {
    i = (i + 1) % SLOTS;
    if (!table[i].addr) break;
    size_t home = slot(table[i].addr);
    if ((i - home) % SLOTS < (i - hole) % SLOTS) continue;
    table[hole] = table[i];
    hole = i;
  }
  table[hole].addr = 0;
}

static void note(char op, uint32_t id, uint64_t size) {
  if (made < CALLS) calls[made++] = (struct call){ op, id, size };
}

static void *born(char op, void *p, uint64_t size) {
  if (!p) return p;
  lock();
  note(op, ids, size);
  keep(p, ids++);
  unlock();
  return p;
}

void *malloc(size_t n) { return born('a', __libc_malloc(n), n); }
void *calloc(size_t n, size_t size) { return born('c', __libc_calloc(n, size), n * size); }
void *memalign(size_t alignment, size_t n) { return born('a', __libc_memalign(alignment, n), n); }
void *aligned_alloc(size_t alignment, size_t n) { return memalign(alignment, n); }

int posix_memalign(void **p, size_t alignment, size_t n) {
  void *got = memalign(alignment, n);
  if (got) *p = got;
  return got ? 0 : ENOMEM;
}

void free(void *p) {
  if (!p) return;
  lock();
  size_t i = find((uint64_t)p);
  if (table[i].addr) {
    note('f', table[i].id, 0);
    forget(i);
  }
  __libc_free(p);
  unlock();
}

void *realloc(void *old, size_t n) {
  if (!old) return malloc(n);
  if (!n) return free(old), (void *)0;
  lock();
  size_t i = find((uint64_t)old);
  uint32_t id = table[i].addr ? table[i].id : ids++;
  void *p = __libc_realloc(old, n);
  if (p) {
    if (table[i].addr) forget(i);
    note('r', id, n);
    keep(p, id);
  }
  unlock();
  return p;
}

__attribute__((destructor)) static void write_trace(void) {
  const char *name = getenv("REP");
  char line[96];
  if (!name || !calls) return;
  snprintf(line, sizeof line, "%s.%d.rep", name, getpid());
  int fd = open(line, O_CREAT | O_WRONLY | O_TRUNC, 0644);
  dprintf(fd, "1\n%u\n%zu\n0\n", ids, made);
  for (size_t i = 0; i < made; i++) {
    struct call c = calls[i];
    int n = c.op == 'f' ? snprintf(line, sizeof line, "f %u\n", c.id)
                        : snprintf(line, sizeof line, "%c %u %lu\n", c.op, c.id, c.size);
    if (write(fd, line, n) != n) break;
  }
  close(fd);
}

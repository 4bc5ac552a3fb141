/* Replays a .rep trace against whatever malloc is linked or preloaded and prints one line per operation:
 * OP ID ANSWER, the answer an absolute address in hex, 0 for null, - for a free. The first line is
 * "B ADDR": the start of the heap, which is the break the process started with (run under setarch -R).
 *
 *     replay TRACE [b] [u]      b: also the break after the operation   u: also malloc_usable_size
 *     replay TRACE t ROUNDS     prints nothing but the processor time of each round, in nanoseconds
 *
 * It asks malloc for nothing itself: the trace is mapped, the output goes through a mapped buffer. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { IDS = 1 << 24 };

static char *out, *at;
static const char *in, *end;

static void *map(size_t size) {
  void *p = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) _exit(2);
  return p;
}

static void print(uint64_t n, int base) {
  char digits[24];
  int i = 0;
  do digits[i++] = "0123456789abcdef"[n % base]; while (n /= base);
  while (i) *at++ = digits[--i];
}

static void text(const char *s) { while (*s) *at++ = *s++; }

static int blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static int more(void) {
  while (in < end && blank(*in)) in++;
  return in < end;
}

static int64_t number(void) {
  int negative = more() && *in == '-' && in++;
  int64_t n = 0;
  while (in < end && *in >= '0' && *in <= '9') n = 10 * n + (*in++ - '0');
  return negative ? -n : n;
}

static void open_trace(const char *name) {
  struct stat st;
  int fd = open(name, O_RDONLY);
  if (fd < 0 || fstat(fd, &st) < 0) _exit(2);
  in = mmap(0, st.st_size + 1, PROT_READ, MAP_PRIVATE, fd, 0);
  end = in + st.st_size;
  for (int header = 0; header < 4; header++) number();
}

/* The line of /proc/self/maps that ends in [heap], or the break if nothing has moved it yet. */
static uint64_t heap_start(void) {
  static char maps[1 << 16];
  int fd = open("/proc/self/maps", O_RDONLY), n = 0, got;
  while ((got = read(fd, maps + n, sizeof maps - 1 - n)) > 0) n += got;
  close(fd);
  char *heap = strstr(maps, "[heap]");
  if (!heap) return (uint64_t)sbrk(0);
  while (heap > maps && heap[-1] != '\n') heap--;
  uint64_t start = 0;
  for (; *heap != '-'; heap++) start = start * 16 + (*heap <= '9' ? *heap - '0' : *heap - 'a' + 10);
  return start;
}

static void flush(void) {
  for (char *p = out; p < at;) {
    ssize_t n = write(1, p, at - p);
    if (n <= 0) _exit(2);
    p += n;
  }
  at = out;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1000000000ull + t.tv_nsec;
}

/* Reads the trace once, then performs it again and again. Between rounds all is freed. */
static void time_rounds(void **object, int rounds) {
  struct { int64_t id; size_t size; char op; } *ops = map(sizeof *ops * IDS);
  size_t made = 0;
  while (more() && made < IDS) {
    char op = *in++;
    int64_t id = number();
    ops[made].op = op, ops[made].id = id, ops[made++].size = op == 'f' ? 0 : number();
  }
  while (rounds--) {
    uint64_t start = now();
    for (size_t i = 0; i < made; i++) {
      void **p = &object[ops[i].id];
      switch (ops[i].op) {
      case 'a': *p = malloc(ops[i].size); break;
      case 'c': *p = calloc(1, ops[i].size); break;
      case 'r': *p = realloc(*p, ops[i].size); break;
      default: free(*p), *p = 0;
      }
    }
    print(now() - start, 10); text("\n");
    for (size_t i = 0; i < made; i++) free(object[ops[i].id]), object[ops[i].id] = 0;
  }
  flush();
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  int with_break = argc > 2 && strchr(argv[2], 'b'), with_usable = argc > 2 && strchr(argv[2], 'u');
  open_trace(argv[1]);
  void **object = map(sizeof(void *) * (IDS + 1));
  object++; /* ids begin at -1 */
  at = out = map(1 << 20);
  if (argc > 3 && *argv[2] == 't') { time_rounds(object, atoi(argv[3])); _exit(0); }
  text("B "); print(heap_start(), 16); text("\n");
  while (more()) {
    char op = *in++;
    int64_t id = number();
    if (id < -1 || id >= IDS) return 2;
    if (op == 'a') object[id] = malloc(number());
    else if (op == 'c') object[id] = calloc(1, number());
    else if (op == 'r') object[id] = realloc(object[id], number());
    else if (op == 'f') { free(object[id]); object[id] = 0; }
    else return 2;
    *at++ = op; text(id < 0 ? " -" : " "); print(id < 0 ? -id : id, 10); text(" ");
    if (op == 'f') text("-"); else print((uint64_t)object[id], 16);
    if (with_usable && op != 'f') { text(" "); print(malloc_usable_size(object[id]), 10); }
    if (with_break) { text(" "); print((uint64_t)sbrk(0), 16); }
    text("\n");
    if (at - out > (1 << 20) - 256) flush();
  }
  flush();
  _exit(0);
}

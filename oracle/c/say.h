/* say prints like printf, but never allocates: printf and dprintf take their buffers from malloc. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void say(const char *format, ...) {
  char line[512];
  va_list args;
  va_start(args, format);
  int n = vsnprintf(line, sizeof line, format, args);
  va_end(args);
  if (write(1, line, n) != n) _exit(1);
}

/* pause_here says that everything is told, and waits until it has been looked at. */
static void pause_here(void) {
  char c;
  say("ready\n");
  if (read(0, &c, 1) < 0) _exit(1);
}

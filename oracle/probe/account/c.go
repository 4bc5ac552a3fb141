package main

// #include <pthread.h>
// #include <stdlib.h>
// #include <unistd.h>
//
// static void write_block(void) {
//   volatile char *block = malloc(1 << 16); // else the compiler leaves out writes that nobody reads
//   for (int i = 0; i < 1 << 16; i += 4096) block[i] = 1;
// }
//
// static void *work(void *nothing) {
//   write_block();
//   pause();
//   return nothing;
// }
//
// static int start(int n) {
//   pthread_t thread;
//   for (int i = 0; i < n; i++) if (pthread_create(&thread, NULL, work, NULL)) return 1;
//   return 0;
// }
//
// static void hold(int mib) { for (int i = 0; i < mib * 16; i++) write_block(); }
import "C"

import "time"

func init() {
	inC = func(n int) { C.hold(C.int(n)) }
	threads = func(n int) {
		if C.start(C.int(n)) != 0 {
			panic("no thread")
		}
		time.Sleep(100 * time.Millisecond) // each of them allocates once, then waits for ever
	}
}

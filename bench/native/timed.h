/* What the programs of this folder share: a clock, whole files, and rounds asked for line by line. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static char *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) { perror(path); exit(1); }
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = aligned_alloc(64, (*size + 127) & ~(size_t)63);
  if (!bytes || fread(bytes, 1, *size, file) != *size) { perror(path); exit(1); }
  memset(bytes + *size, 0, ((*size + 127) & ~(size_t)63) - *size);
  fclose(file);
  return bytes;
}

/* A growing list of pairs [term, end], as the engine under test makes it. */
typedef struct { int32_t *pairs; size_t size, room; } hit_list;

static inline void add_hit(hit_list *hits, int32_t term, int32_t end) {
  if (hits->size + 2 > hits->room) {
    hits->room = hits->room ? hits->room * 2 : 1 << 20;
    hits->pairs = realloc(hits->pairs, hits->room * sizeof(int32_t));
    if (!hits->pairs) { perror("hits"); exit(1); }
  }
  hits->pairs[hits->size++] = term;
  hits->pairs[hits->size++] = end;
}

/* Each line on standard input is a number of units or bytes to scan; each answer is hits and milliseconds. */
static void serve(void (*scan)(size_t length, hit_list *hits), double build_ms, size_t memory) {
  static hit_list hits;
  char line[64];
  printf("%f %zu\n", build_ms, memory);
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    hits.size = 0;
    double start = now_ms();
    scan((size_t)strtoull(line, NULL, 10), &hits);
    printf("%zu %f\n", hits.size / 2, now_ms() - start);
    fflush(stdout);
  }
}

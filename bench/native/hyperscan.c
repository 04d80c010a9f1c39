/* All overlapping matches of literal terms in UTF-8 by Hyperscan; a match is a term and its end, as in the other engines. */
#include "timed.h"
#include <hs/hs.h>

static hs_database_t *database;
static hs_scratch_t *scratch;
static const char *text;

static int on_match(unsigned term, unsigned long long from, unsigned long long to, unsigned flags, void *hits) {
  (void)from;
  (void)flags;
  add_hit(hits, (int32_t)term, (int32_t)to);
  return 0;
}

static void scan(size_t length, hit_list *hits) {
  if (hs_scan(database, text, (unsigned)length, 0, scratch, on_match, hits) != HS_SUCCESS) exit(1);
}

int main(int argument_count, char **arguments) {
  if (argument_count < 3) return 2;
  size_t terms_size, text_size, count = 0, memory = 0;
  char *terms = read_file(arguments[1], &terms_size);
  text = read_file(arguments[2], &text_size);
  for (size_t i = 0; i < terms_size; i++) count += terms[i] == '\n';
  const char **starts = calloc(count, sizeof *starts);
  size_t *lengths = calloc(count, sizeof *lengths);
  unsigned *flags = calloc(count, sizeof *flags), *ids = calloc(count, sizeof *ids);
  char *start = terms;
  for (size_t i = 0; i < count; i++) {
    char *end = memchr(start, '\n', terms_size - (size_t)(start - terms));
    starts[i] = start;
    lengths[i] = (size_t)(end - start);
    *end = 0;
    ids[i] = (unsigned)i;
    start = end + 1;
  }
  hs_compile_error_t *error;
  double began = now_ms();
  if (hs_compile_lit_multi(starts, flags, ids, lengths, (unsigned)count, HS_MODE_BLOCK, NULL, &database, &error) !=
      HS_SUCCESS) {
    fprintf(stderr, "%s\n", error->message);
    return 1;
  }
  double built = now_ms() - began;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  hs_database_size(database, &memory);
  serve(scan, built, memory);
  return 0;
}

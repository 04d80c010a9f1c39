/* The algorithm of server/checks/match over the same tables in C: the practical limit of what the same work can cost. */
#include "timed.h"

enum { HEADER = 16, BLOCK = 4096 };
static const uint32_t PLACE = 0x9e3779b1u, MARK = 0x85ebca6bu;

static const int32_t *sieve, *singles, *nodes;
static const uint16_t *classes, *units;
static int shift, has_singles;
static uint32_t kept[BLOCK + 2];

static size_t sift(size_t from, size_t to) {
  size_t count = 0;
  if (from >= to) return 0;
  uint32_t pair = (uint32_t)units[from] << 16 | units[from + 1];
  uint32_t second = units[from + 1] * MARK >> 27;
  for (size_t i = from; i < to; i++) {
    uint32_t unit = units[i + 2], third = unit * MARK >> 27;
    uint32_t marks = (uint32_t)sieve[pair * PLACE >> shift];
    uint32_t keep = marks >> second | marks >> third;
    if (has_singles) keep |= (uint32_t)singles[pair >> 21] >> (pair >> 16 & 31);
    kept[count] = (uint32_t)i;
    count += keep & 1;
    pair = pair << 16 | unit;
    second = third;
  }
  return count;
}

static void walk(size_t length, size_t count, hit_list *hits) {
  for (size_t k = 0; k < count; k++) {
    size_t at = kept[k];
    int32_t node = 0, base = nodes[0];
    while (at < length) {
      int32_t child = (base & -2) + (classes[units[at]] << 1);
      if (nodes[child + 1] != node) break;
      at++;
      node = child;
      base = nodes[child];
      if (base < 0) {
        add_hit(hits, -1 - base, (int32_t)at);
        break;
      }
      if (base & 1) add_hit(hits, -1 - nodes[base - 1], (int32_t)at);
    }
  }
}

static void scan(size_t length, hit_list *hits) {
  for (size_t from = 0; from < length; from += BLOCK) {
    size_t to = from + BLOCK < length ? from + BLOCK : length;
    size_t sure = length < 2 ? from : to < length - 2 ? to : length - 2;
    if (sure < from) sure = from;
    size_t count = sift(from, sure);
    for (size_t last = sure; last < to; last++) kept[count++] = (uint32_t)last;
    walk(length, count, hits);
  }
}

int main(int count, char **arguments) {
  if (count < 3) return 2;
  size_t tables_size, units_size;
  const int32_t *words = (const int32_t *)read_file(arguments[1], &tables_size);
  units = (const uint16_t *)read_file(arguments[2], &units_size);
  sieve = words + HEADER;
  shift = 32 - words[3];
  has_singles = words[4] > 0;
  singles = sieve + ((size_t)1 << words[3]);
  classes = (const uint16_t *)(singles + words[4]);
  nodes = singles + words[4] + 0x8000;
  serve(scan, 0, tables_size);
  return 0;
}

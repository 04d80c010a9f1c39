/* The algorithm of server/checks/match over the same tables in C: the practical limit of what the same work can cost. */
#include "timed.h"

enum { HEADER = 16, BLOCK = 4096 };
static const uint32_t PLACE = 0x9e3779b1u, PAIR = 0x85ebca6bu, TRIPLE = 0xc2b2ae35u;

static const int32_t *coarse, *fine, *singles, *nodes;
static const uint16_t *classes, *units;
static int coarse_shift, fine_shift, has_singles;
static uint32_t kept[BLOCK + 8];

static inline uint32_t mix_pair(uint32_t pair) {
  uint32_t mixed = (pair ^ pair >> 15) * PAIR;
  return mixed ^ mixed >> 15;
}

static inline uint32_t mix_triple(uint32_t pair, uint32_t third) {
  uint32_t mixed = (pair + third * PLACE) * TRIPLE;
  return mixed ^ mixed >> 15;
}

static inline uint32_t mark(uint32_t marks, uint32_t place) { return marks >> (place & 31); }

static size_t sift_fine(size_t size) {
  size_t count = 0;
  for (size_t k = 0; k < size; k++) {
    uint32_t i = kept[k], first = units[i];
    uint32_t pair = mix_pair(first << 16 | units[i + 1]), triple = mix_triple(pair, units[i + 2]);
    uint32_t at_pair = (uint32_t)fine[pair >> fine_shift], at_triple = (uint32_t)fine[triple >> fine_shift];
    uint32_t keep = (mark(at_pair, pair >> 5) & mark(at_pair, pair)) |
                    (mark(at_triple, triple >> 5) & mark(at_triple, triple)) |
                    mark((uint32_t)singles[first >> 5], first);
    kept[count] = i;
    count += keep & 1;
  }
  return count;
}

static size_t sift(size_t from, size_t to) {
  size_t count = 0;
  if (from >= to) return 0;
  uint32_t pair = (uint32_t)units[from] << 16 | units[from + 1];
  for (size_t i = from; i < to; i++) {
    uint32_t next = pair << 16 | units[i + 2];
    uint32_t marks = (uint32_t)coarse[pair * PLACE >> coarse_shift];
    uint32_t keep = mark(marks, pair) | mark(marks, next);
    if (has_singles) keep |= mark((uint32_t)singles[pair >> 21], pair >> 16);
    kept[count] = (uint32_t)i;
    count += keep & 1;
    pair = next;
  }
  return sift_fine(count);
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
    size_t known = length < 2 ? 0 : length - 2, until = to < known ? to : known;
    size_t sure = until > from ? until : from;
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
  coarse = words + HEADER;
  coarse_shift = 32 - words[3];
  fine = coarse + ((size_t)1 << words[3]);
  fine_shift = 32 - words[4];
  singles = fine + ((size_t)1 << words[4]);
  has_singles = words[13];
  classes = (const uint16_t *)(singles + 0x800);
  nodes = singles + 0x800 + 0x8000;
  serve(scan, 0, tables_size);
  return 0;
}

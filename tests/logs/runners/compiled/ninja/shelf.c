#include <stddef.h>

struct shelf;

size_t
shelf_length (const struct shelf *shelf)
{
  return shelf->length;
}

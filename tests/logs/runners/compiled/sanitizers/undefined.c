#include <limits.h>

int
main (int count, char **arguments)
{
  int pages = INT_MAX - 1 + FAULT;

  (void) arguments;
  return pages + count > 0 ? 0 : 1;
}

#include <stdlib.h>

int
main (void)
{
  int *pages = malloc (3 * sizeof *pages);

  pages[2 + FAULT] = 1;
  if (!FAULT)
    free (pages);
  return 0;
}

#include <stdlib.h>

int
main (void)
{
  int *page = FAULT ? malloc (sizeof *page) : calloc (1, sizeof *page);
  int status = *page ? 1 : 0;

  free (page);
  return status;
}

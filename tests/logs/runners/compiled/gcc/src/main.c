#include <stdio.h>

#include "shelf.h"

int
main (void)
{
  struct page pages[] = { { 12, "one" }, { 30, "two" } };
  struct shelf shelf = { 2, pages };

  printf ("%d pages\n", shelf_pages (&shelf));
  return 0;
}

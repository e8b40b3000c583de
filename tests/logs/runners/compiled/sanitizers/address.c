#include <stdlib.h>
#include <string.h>

static char *
page_copy (const char *text)
{
  char *copy = malloc (strlen (text) + 1 - FAULT);

  strcpy (copy, text);
  return copy;
}

int
main (void)
{
  free (page_copy ("recto"));
  return 0;
}

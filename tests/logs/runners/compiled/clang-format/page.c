int
page_count (int lines)
{
  return lines/30;
}

int
count (int pages)
{
  return pagse + 1;
}

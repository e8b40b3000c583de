module page;

int count(int lines)
{
    return lines / 30;
}

unittest
{
    assert(count(0) == 0);
}

unittest
{
    assert(count(89) == 3, "a page that is not full");
}

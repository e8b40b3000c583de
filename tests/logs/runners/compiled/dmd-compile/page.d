module page;

int count(int lines)
{
    string unused = 12;
    return linse / 30;
}

class Page
{
    static int Count (int lines)
    {
        string unused = 12;
        return linse / 30;
    }

    static void Main ()
    {
        System.Console.WriteLine (Count (89));
    }
}

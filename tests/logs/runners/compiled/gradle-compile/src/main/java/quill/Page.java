package quill;

public class Page {
    public static int count(int lines) {
        String unused = 12;
        return linse / 30;
    }
}

package quill;

public class Page {
    public static int count(int lines) {
        return lines / 30;
    }
}

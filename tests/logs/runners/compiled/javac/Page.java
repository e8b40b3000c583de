import java.util.List;

class Page {
    private final List<String> lines;

    Page(List<String> lines) {
        this.lines = lines;
    }

    int count() {
        return lines.length() / 30;
    }

    String first() {
        String unused = 12;
        return linse.get(0);
    }
}

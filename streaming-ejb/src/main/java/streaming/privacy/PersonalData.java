package streaming.privacy;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import streaming.audit.Audit;
import streaming.caller.SignedIn;
import streaming.image.ImageFiles;
import streaming.image.Images;
import streaming.shared.Database;

/**
 * All that is kept about somebody, as a zip. It speaks SQL: a year of chat goes through memory a page at a time, and no
 * connection waits for a slow reader.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PersonalData {

    private static final int PAGE = 1_000;

    @Resource(lookup = Database.NAME)
    DataSource dataSource;

    @Inject
    Images images;

    @Inject
    ImageFiles files;

    @Inject
    Audit audit;

    /** Writes the caller's data: a JSON array a chapter, and the images. */
    public void write(SignedIn who, OutputStream out) throws IOException {
        audit.record("data-exported", who.id(), "");
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var chapter : Chapter.ALL) {
            zip.putNextEntry(new ZipEntry(chapter.file()));
            write(chapter, who.id(), zip);
            zip.closeEntry();
        }
        for (var name : images.of(who.id())) {
            var file = files.find(name);
            if (file.isPresent()) {
                zip.putNextEntry(new ZipEntry("images/" + name));
                try (var bytes = file.get()) {
                    bytes.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private void write(Chapter chapter, long account, OutputStream out) throws IOException {
        var separator = "[\n";
        var last = new Row(-1, -1, "");
        List<Row> page;
        do {
            page = page(chapter, account, last);
            for (var row : page) {
                out.write((separator + row.json()).getBytes(StandardCharsets.UTF_8));
                separator = ",\n";
                last = row;
            }
        } while (page.size() == PAGE);
        out.write((last.major() < 0 ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
    }

    private record Row(long major, long minor, String json) {}

    private List<Row> page(Chapter chapter, long account, Row after) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(chapter.page(PAGE))) {
            statement.setLong(1, account);
            statement.setLong(2, after.major());
            statement.setLong(3, after.minor());
            var page = new ArrayList<Row>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(new Row(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
            return page;
        } catch (SQLException e) {
            throw new IllegalStateException("The data of " + chapter.file() + " could not be read", e);
        }
    }
}

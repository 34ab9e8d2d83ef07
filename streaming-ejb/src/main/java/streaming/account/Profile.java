package streaming.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import streaming.image.ImageShape;

/** What somebody tells about themselves; made with the account, never apart from it. */
@Entity
@Table(name = "profiles")
public class Profile {

    @Id
    private Long accountId;

    private String firstName = "";
    private String lastName = "";
    private String bio = "";
    private String phone;
    private String picture;
    private String cover;

    protected Profile() {} // for JPA

    Profile(Account account) {
        this.accountId = account.id();
    }

    public long accountId() {
        return accountId;
    }

    /** Changes what the edit names and leaves the rest. */
    void edit(ProfileEdit edit) {
        firstName = edit.firstName() == null ? firstName : edit.firstName().strip();
        lastName = edit.lastName() == null ? lastName : edit.lastName().strip();
        bio = edit.bio() == null ? bio : edit.bio().strip();
    }

    /** Takes the number in its one form; null for none. */
    void call(String number) {
        phone = number;
    }

    /** Shows another image, or none for null; gives the name of the one that it showed until now, or null. */
    String show(ImageShape shape, String name) {
        var before = image(shape);
        switch (shape) {
            case PICTURE -> picture = name;
            case COVER -> cover = name;
        }
        return before;
    }

    /** The name of the image; null where there is none. */
    String image(ImageShape shape) {
        return switch (shape) {
            case PICTURE -> picture;
            case COVER -> cover;
        };
    }

    public boolean has(ImageShape shape) {
        return image(shape) != null;
    }

    /** Where the image is on this site, or the one that stands for it. */
    public String address(ImageShape shape, String username) {
        return shape.address(username, image(shape));
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String bio() {
        return bio;
    }

    /** In the form of E.164, such as {@code +4930123456}; null for none. */
    public String phone() {
        return phone;
    }
}

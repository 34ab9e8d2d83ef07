package streaming.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What somebody tells about themselves; made with the account, never apart from it. */
@Entity
@Table(name = "profiles")
public class Profile {

    @Id
    private Long accountId;

    private String displayName = "";
    private String bio = "";

    protected Profile() {} // for JPA

    Profile(Account account) {
        this.accountId = account.id();
    }

    public long accountId() {
        return accountId;
    }

    public String displayName() {
        return displayName;
    }

    public String bio() {
        return bio;
    }
}

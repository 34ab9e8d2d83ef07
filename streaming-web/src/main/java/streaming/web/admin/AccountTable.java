package streaming.web.admin;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import streaming.caller.SignedIn;
import streaming.moderation.AdminAccount;
import streaming.moderation.AdminAccounts;

/** The accounts that match a search, by name, one page of them at a time. */
public class AccountTable extends LazyDataModel<AdminAccount> {

    private static final long serialVersionUID = 1L;

    private final transient AdminAccounts accounts;
    private final transient SignedIn who;
    private final String search;

    AccountTable(AdminAccounts accounts, SignedIn who, String search) {
        this.accounts = accounts;
        this.who = who;
        this.search = search;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) accounts.search(who, search, 0, 1).total();
    }

    @Override
    public List<AdminAccount> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        return accounts.search(who, search, first / size, size).items();
    }
}

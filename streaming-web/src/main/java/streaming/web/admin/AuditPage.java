package streaming.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import streaming.caller.Caller;
import streaming.moderation.AuditEntry;
import streaming.moderation.AuditFilter;
import streaming.moderation.AuditTrail;

/** The audit log, filtered by its address: what one sees can be sent to a colleague as a link. */
@Named
@RequestScoped
public class AuditPage {

    private static final int SIZE = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    private String event = "";
    private String account = "";
    private String from = "";
    private String until = "";
    private String before = "";
    private List<AuditEntry> entries;

    /** Read once a request. */
    public List<AuditEntry> getEntries() {
        if (entries == null) {
            var filter = new AuditFilter(event, account, day(from, 0), day(until, 1));
            entries = trail.find(
                    caller.get(), filter, NUMBER.matcher(before).matches() ? Long.valueOf(before) : null, SIZE);
        }
        return entries;
    }

    public List<String> getEvents() {
        return trail.events(caller.get());
    }

    /** Where the lines go on; empty where they end. */
    public String getOlder() {
        if (getEntries().size() < SIZE) {
            return "";
        }
        var last = getEntries().get(SIZE - 1);
        return "/admin/audit?event=%s&account=%s&from=%s&until=%s&before=%d"
                .formatted(encode(event), encode(account), encode(from), encode(until), last.id());
    }

    /** A day as its field has it, or one after; what is none is as if it were not there. */
    private static Instant day(String text, int plus) {
        try {
            return text.isBlank()
                    ? null
                    : LocalDate.parse(text.strip())
                            .plusDays(plus)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String orEmpty(String text) {
        return Optional.ofNullable(text).orElse("");
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = orEmpty(event);
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = orEmpty(account);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = orEmpty(from);
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = orEmpty(until);
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = orEmpty(before);
    }
}

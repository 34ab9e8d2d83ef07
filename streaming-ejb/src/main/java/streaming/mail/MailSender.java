package streaming.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import streaming.shared.Background;

/**
 * Sends what is due, one after the other. A node that dies between the server's yes and our note of it has sent a mail
 * that another node sends again when the lease is over: rarely twice, never not at all.
 */
@Singleton
@Startup
@DependsOn("Database") // the tables must be there
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSender {

    private static final Logger LOG = System.getLogger(MailSender.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Mails mails;

    @Inject
    MailLinks links;

    @Inject
    MailConfig config;

    @Inject
    SmtpServer server;

    @Inject
    MailFolder folder;

    private Background sending;
    private Background purging;

    @PostConstruct
    void start() {
        sending = Background.start(threads, "mail-sender", Duration.ofSeconds(1), this::sendWhatIsDue);
        purging = Background.start(threads, "mail-purge", Duration.ofMinutes(10), this::purge);
    }

    @PreDestroy
    void stop() {
        sending.close();
        purging.close();
    }

    private void purge() {
        mails.purge();
        links.purge();
    }

    private void sendWhatIsDue() {
        for (var due = mails.claim(); due.isPresent(); due = mails.claim()) {
            send(due.get());
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void send(DueMail mail) {
        try {
            if (config.host().isPresent()) {
                server.send(mail);
            } else {
                folder.put(mail);
            }
            mails.sent(mail.id());
        } catch (SendFailedException refused) {
            // an address that the server calls invalid is that at the next attempt, too (RFC 5321 §4.2.1)
            failed(mail, refused, "the server does not take it", refused.getInvalidAddresses() != null);
        } catch (MessagingException | IOException e) {
            failed(mail, e, e.getMessage(), false);
        }
    }

    // The table knows the whole reason; the log does not get the recipient's address, which servers like to quote.
    private void failed(DueMail mail, Exception cause, String shown, boolean forGood) {
        var parked = mails.failed(mail.id(), String.valueOf(cause.getMessage()), forGood);
        LOG.log(Level.WARNING, "Mail {0} failed{1}: {2}", mail, parked ? " and is parked" : "", shown);
    }
}

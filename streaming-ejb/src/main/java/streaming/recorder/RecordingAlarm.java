package streaming.recorder;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import streaming.account.Accounts;
import streaming.mail.Letter;
import streaming.mail.LetterKind;
import streaming.mail.Mails;

/** Tells the owner by mail that a stream is not recorded, and the admins. */
@Stateless
public class RecordingAlarm {

    private static final int MOST_ADMINS = 20;

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    Accounts accounts;

    @Inject
    Mails mails;

    public void tell(@Observes NotRecorded alarm) {
        accounts.findByUsername(alarm.channel())
                .ifPresent(owner -> write(alarm, owner.username(), owner.email(), "/settings/recordings"));
        entityManager
                .createQuery("""
                        select a.username, a.email from Account a
                        where a.admin = true and a.active = true and a.username <> :owner
                        order by a.id
                        """, Object[].class)
                .setParameter("owner", alarm.channel())
                .setMaxResults(MOST_ADMINS)
                .getResultList()
                .forEach(admin -> write(alarm, (String) admin[0], (String) admin[1], "/admin/recordings"));
    }

    private void write(NotRecorded alarm, String username, String email, String link) {
        mails.write(Letter.of(LetterKind.NOT_RECORDED, email)
                .with("username", username)
                .with("channel", alarm.channel())
                .with("outcome", alarm.trouble().text())
                .with("link", link));
    }
}

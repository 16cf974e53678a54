package org.lingqu.calendar;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP. Off unless {@code LINGQU_MAIL_HOST} names a server; {@code LINGQU_MAIL_PORT} (587), {@code LINGQU_MAIL_SECURITY}
 * (starttls, tls, none), {@code LINGQU_MAIL_USER}, {@code LINGQU_MAIL_PASSWORD} and {@code LINGQU_MAIL_FROM} say the rest. With
 * starttls nothing is sent to a server that cannot encrypt.
 */
@Component
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);
    private static final String PATIENCE_MILLIS = "20000";
    private static final String LOST = "nobody knows what became of a letter handed to";
    /** Codes of answers; a connection that ends instead of an answer counts as -1. */
    private static final int LEAST_REFUSAL = 400;

    private final Settings settings;
    private final Clock clock;

    /** Where letters are handed over; {@code host} is empty when they are not. */
    record Settings(String host, int port, String security, String user, String password, String from) {

        Settings {
            if (!security.matches("starttls|tls|none")) {
                throw new IllegalArgumentException(
                        "LINGQU_MAIL_SECURITY is \"" + security + "\", not one of starttls, tls, none");
            }
            if (!host.isEmpty() && !MailAddress.isSound(from)) {
                throw new IllegalArgumentException("LINGQU_MAIL_FROM is \"" + from + "\", not an address");
            }
        }

        Properties properties() {
            var properties = new Properties();
            properties.put("mail.transport.protocol", "smtp");
            properties.put("mail.smtp.host", host);
            properties.put("mail.smtp.port", Integer.toString(port));
            properties.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
            properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
            properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
            properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
            properties.put("mail.smtp.ssl.checkserveridentity", "true");
            properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
            properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
            properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
            return properties;
        }
    }

    SmtpMailer(
            @Value("${lingqu.mail.host:}") String host,
            @Value("${lingqu.mail.port:587}") int port,
            @Value("${lingqu.mail.security:starttls}") String security,
            @Value("${lingqu.mail.user:}") String user,
            @Value("${lingqu.mail.password:}") String password,
            @Value("${lingqu.mail.from:}") String from,
            Clock clock) {
        this.settings = new Settings(host, port, security, user, password, from);
        this.clock = clock;
    }

    @Override
    public boolean isThere() {
        return !settings.host().isEmpty();
    }

    @Override
    public Sent send(String to, String subject, String text) {
        Session session = Session.getInstance(settings.properties());
        boolean handedOver = false;
        try (Transport transport = session.getTransport()) {
            var message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipients(MimeMessage.RecipientType.TO, new InternetAddress[] {new InternetAddress(to, true)});
            message.setSubject(subject.replaceAll("\\s+", " "), "UTF-8");
            message.setText(text, "UTF-8");
            message.setSentDate(Date.from(clock.instant()));
            message.saveChanges();
            if (settings.user().isEmpty()) {
                transport.connect(); // with a password, even an empty one, it would introduce itself by the name of the
                // process
            } else {
                transport.connect(settings.user(), settings.password());
            }
            handedOver = true;
            transport.sendMessage(message, message.getAllRecipients());
            return Sent.ACCEPTED;
        } catch (SendFailedException e) {
            boolean said = !(e instanceof SMTPSendFailedException end) || end.getReturnCode() >= LEAST_REFUSAL;
            LOG.warn(
                    "{} {}", said ? "a letter was refused by" : LOST, settings.host()); // the exception names addresses
            return said ? Sent.REFUSED : Sent.UNKNOWN;
        } catch (MessagingException e) {
            LOG.warn("{} {}", handedOver ? LOST : "no letters can be handed to", settings.host(), e);
            return handedOver ? Sent.UNKNOWN : Sent.REFUSED;
        }
    }
}

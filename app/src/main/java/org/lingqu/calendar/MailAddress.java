package org.lingqu.calendar;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Addresses of e-mail as people type them. */
final class MailAddress {

    private static final int LONGEST = 254;

    private MailAddress() {}

    /** Whether letters can be sent to it: one address with a host, without a name beside it. */
    static boolean isSound(String address) {
        if (address.length() > LONGEST || !address.matches("[^\\s@<>,;:\"()]+@[^\\s@<>,;:\"()]+\\.[^\\s@<>,;:\"()]+")) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }
}

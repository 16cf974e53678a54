package org.lingqu.calendar;

import java.util.List;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the calendar adds to the menu. */
@Configuration(proxyBeanMethods = false)
final class CalendarConfiguration {

    /** Everybody may read the calendar, so everybody sees it; it stands behind the policies, whose days it tells. */
    @Bean
    NavEntry calendarNav() {
        return new NavEntry(42, "calendar.nav", "/calendar", List.of());
    }
}

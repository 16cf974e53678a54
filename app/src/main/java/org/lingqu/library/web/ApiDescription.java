package org.lingqu.library.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.lingqu.account.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says of itself. */
@Configuration(proxyBeanMethods = false)
final class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class); // known from the session, never a parameter
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("灵渠 Lingqu")
                        .version("1")
                        .description("证据库的接口：网页、数据、检索，每个数字都有出处。未登录只见公开内容。"
                                + "The evidence base for programs: pages, statements, search; every number has a source. "
                                + "Without signing in only what is public is there.")
                        .license(new License().name("Apache-2.0")));
    }
}

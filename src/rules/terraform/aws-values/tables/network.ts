import { anyCase, between, form, growing, type ValueTable, words } from '../allowed.ts';
import { BALANCER_NAME, BALANCER_PREFIX, GROUP_DESCRIPTION, GROUP_NAME } from '../names.ts';

const PROTOCOL = form(
  /^(?:-1|all|tcp|udp|icmp|icmpv6|\d{1,3})$/i,
  '`tcp`, `udp`, `icmp`, `icmpv6`, `-1` for all, or the number of a protocol',
);
const RULE = { protocol: PROTOCOL, description: GROUP_DESCRIPTION };
const NEWER_RULE = { ip_protocol: PROTOCOL, description: GROUP_DESCRIPTION };
const SWITCH = words('enable disable');
const BALANCER = {
  name: BALANCER_NAME,
  name_prefix: BALANCER_PREFIX,
  load_balancer_type: words('application gateway network'),
  ip_address_type: growing('ipv4 dualstack dualstack-without-public-ipv4'),
  desync_mitigation_mode: words('monitor defensive strictest'),
  xff_header_processing_mode: words('append preserve remove'),
  idle_timeout: between(1, 4000),
  dns_record_client_routing_policy: words(
    'any_availability_zone availability_zone_affinity partial_availability_zone_affinity',
  ),
};
const ACTION = growing('forward redirect fixed-response authenticate-cognito authenticate-oidc jwt-validation');
const FIXED_RESPONSE = words('text/plain text/css text/html application/javascript application/json');
const REDIRECT = {
  status_code: words('HTTP_301 HTTP_302'),
  protocol: words('HTTP HTTPS #{protocol}'),
};
const LISTENER = {
  protocol: anyCase('HTTP HTTPS TCP TLS UDP TCP_UDP GENEVE QUIC TCP_QUIC'),
  'default_action.type': ACTION,
  'default_action.redirect.status_code': REDIRECT.status_code,
  'default_action.redirect.protocol': REDIRECT.protocol,
  'default_action.fixed_response.content_type': FIXED_RESPONSE,
};
const LISTENER_RULE = {
  priority: between(1, 50_000),
  'action.type': ACTION,
  'action.redirect.status_code': REDIRECT.status_code,
  'action.redirect.protocol': REDIRECT.protocol,
  'action.fixed_response.content_type': FIXED_RESPONSE,
};
const TARGET_GROUP = {
  name: BALANCER_NAME,
  name_prefix: BALANCER_PREFIX,
  protocol: anyCase('HTTP HTTPS TCP TLS UDP TCP_UDP GENEVE QUIC TCP_QUIC'),
  protocol_version: anyCase('HTTP1 HTTP2 GRPC'),
  target_type: words('instance ip lambda alb'),
  ip_address_type: words('ipv4 ipv6'),
  load_balancing_algorithm_type: words('round_robin least_outstanding_requests weighted_random'),
  deregistration_delay: between(0, 3600),
  slow_start: between(30, 900, 0),
  'health_check.healthy_threshold': between(2, 10),
  'health_check.unhealthy_threshold': between(2, 10),
  'health_check.interval': between(5, 300),
  'health_check.timeout': between(2, 120),
  'health_check.protocol': anyCase('HTTP HTTPS TCP'),
  'stickiness.type': words('lb_cookie app_cookie source_ip source_ip_dest_ip source_ip_dest_ip_proto'),
  'stickiness.cookie_duration': between(0, 604_800),
};

/** What carries and filters packets. */
export const network: ValueTable = {
  aws_security_group: {
    name: GROUP_NAME,
    description: GROUP_DESCRIPTION,
    'ingress.protocol': PROTOCOL,
    'ingress.description': GROUP_DESCRIPTION,
    'egress.protocol': PROTOCOL,
    'egress.description': GROUP_DESCRIPTION,
  },
  aws_default_security_group: { 'ingress.protocol': PROTOCOL, 'egress.protocol': PROTOCOL },
  aws_security_group_rule: { ...RULE, type: words('ingress egress') },
  aws_vpc_security_group_ingress_rule: NEWER_RULE,
  aws_vpc_security_group_egress_rule: NEWER_RULE,
  aws_network_acl: { 'ingress.action': anyCase('allow deny'), 'egress.action': anyCase('allow deny') },
  aws_network_acl_rule: { rule_action: anyCase('allow deny'), rule_number: between(1, 32_766) },
  aws_vpc: { instance_tenancy: words('default dedicated') },
  aws_subnet: { private_dns_hostname_type_on_launch: words('ip-name resource-name') },
  aws_vpc_endpoint: {
    vpc_endpoint_type: growing('Gateway Interface GatewayLoadBalancer Resource ServiceNetwork'),
    ip_address_type: words('ipv4 dualstack ipv6'),
  },
  aws_eip: { domain: words('vpc standard') },
  aws_nat_gateway: { connectivity_type: words('private public'), availability_mode: words('zonal regional') },
  aws_customer_gateway: { type: words('ipsec.1') },
  aws_vpn_connection: { type: words('ipsec.1') },
  aws_flow_log: {
    traffic_type: words('ACCEPT REJECT ALL'),
    log_destination_type: words('cloud-watch-logs s3 kinesis-data-firehose'),
    max_aggregation_interval: words('60 600'),
    'destination_options.file_format': words('plain-text parquet'),
  },
  aws_ec2_transit_gateway: {
    auto_accept_shared_attachments: SWITCH,
    default_route_table_association: SWITCH,
    default_route_table_propagation: SWITCH,
    dns_support: SWITCH,
    vpn_ecmp_support: SWITCH,
    multicast_support: SWITCH,
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    dns_support: SWITCH,
    ipv6_support: SWITCH,
    appliance_mode_support: SWITCH,
  },
  aws_ec2_client_vpn_endpoint: { transport_protocol: words('tcp udp'), self_service_portal: words('enabled disabled') },
  aws_ec2_managed_prefix_list: { address_family: words('IPv4 IPv6') },
  aws_lb: BALANCER,
  aws_alb: BALANCER,
  aws_lb_listener: LISTENER,
  aws_alb_listener: LISTENER,
  aws_lb_listener_rule: LISTENER_RULE,
  aws_alb_listener_rule: LISTENER_RULE,
  aws_lb_target_group: TARGET_GROUP,
  aws_alb_target_group: TARGET_GROUP,
  aws_elb: {
    name: BALANCER_NAME,
    name_prefix: BALANCER_PREFIX,
    idle_timeout: between(1, 4000),
    desync_mitigation_mode: words('monitor defensive strictest'),
    'listener.lb_protocol': anyCase('HTTP HTTPS TCP SSL'),
    'listener.instance_protocol': anyCase('HTTP HTTPS TCP SSL'),
    'listener.lb_port': between(1, 65_535),
    'listener.instance_port': between(1, 65_535),
    'health_check.healthy_threshold': between(2, 10),
    'health_check.unhealthy_threshold': between(2, 10),
    'health_check.interval': between(5, 300),
    'health_check.timeout': between(2, 60),
    'access_logs.interval': words('5 60'),
  },
  aws_globalaccelerator_accelerator: { ip_address_type: words('IPV4 DUAL_STACK') },
  aws_globalaccelerator_listener: { protocol: words('TCP UDP'), client_affinity: words('NONE SOURCE_IP') },
  aws_globalaccelerator_endpoint_group: { health_check_protocol: words('TCP HTTP HTTPS') },
};

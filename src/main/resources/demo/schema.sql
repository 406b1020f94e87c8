-- The demo schema: a small shop, the company that runs it, and a price feed.

CREATE TABLE categories (
  id INT NOT NULL AUTO_INCREMENT COMMENT '分类编号',
  name VARCHAR(50) NOT NULL COMMENT '分类名称',
  parent_id INT NULL COMMENT '父分类编号，空表示顶级分类',
  PRIMARY KEY (id),
  KEY idx_categories_name (name),
  CONSTRAINT fk_categories_parent FOREIGN KEY (parent_id) REFERENCES categories (id)
) COMMENT = '商品分类';

CREATE TABLE products (
  id INT NOT NULL AUTO_INCREMENT COMMENT '产品编号',
  name VARCHAR(100) NOT NULL COMMENT '产品名称',
  description VARCHAR(500) NULL COMMENT '产品描述',
  price DECIMAL(10,2) NOT NULL COMMENT '价格，单位元',
  cost DECIMAL(10,2) NOT NULL COMMENT '成本，单位元',
  category_id INT NOT NULL COMMENT '所属分类编号',
  stock_quantity INT NOT NULL DEFAULT 0 COMMENT '库存',
  status VARCHAR(20) NOT NULL DEFAULT 'active' COMMENT '状态(active=在售,inactive=下架)',
  created_at DATETIME NOT NULL COMMENT '上架时间',
  PRIMARY KEY (id),
  KEY idx_products_name (name),
  KEY idx_products_price (price),
  KEY idx_products_status (status),
  CONSTRAINT fk_products_category FOREIGN KEY (category_id) REFERENCES categories (id)
) COMMENT = '产品';

CREATE TABLE users (
  id INT NOT NULL AUTO_INCREMENT COMMENT '用户编号',
  name VARCHAR(50) NOT NULL COMMENT '姓名',
  email VARCHAR(100) NOT NULL COMMENT '邮箱',
  phone VARCHAR(20) NULL COMMENT '手机号',
  status VARCHAR(20) NOT NULL DEFAULT 'active' COMMENT '状态(active=活跃,inactive=未激活,suspended=被暂停)',
  created_at DATETIME NOT NULL COMMENT '注册时间',
  PRIMARY KEY (id),
  UNIQUE KEY uk_users_email (email),
  KEY idx_users_name (name),
  KEY idx_users_status (status),
  KEY idx_users_created_at (created_at)
) COMMENT = '用户';

CREATE TABLE user_profiles (
  user_id INT NOT NULL COMMENT '用户编号',
  gender VARCHAR(10) NOT NULL COMMENT '性别(male=男,female=女,unknown=未知)',
  birthday DATE NULL COMMENT '生日',
  city VARCHAR(50) NOT NULL COMMENT '城市',
  level VARCHAR(10) NOT NULL COMMENT '会员等级(bronze=铜牌,silver=银牌,gold=金牌)',
  points INT NOT NULL DEFAULT 0 COMMENT '积分',
  PRIMARY KEY (user_id),
  KEY idx_user_profiles_city (city),
  CONSTRAINT fk_user_profiles_user FOREIGN KEY (user_id) REFERENCES users (id)
) COMMENT = '用户资料';

CREATE TABLE orders (
  id INT NOT NULL AUTO_INCREMENT COMMENT '订单编号',
  order_no VARCHAR(32) NOT NULL COMMENT '订单号',
  user_id INT NOT NULL COMMENT '下单用户编号',
  amount DECIMAL(12,2) NOT NULL COMMENT '金额，单位元',
  status VARCHAR(20) NOT NULL COMMENT '状态(pending=待支付,paid=已支付,delivered=已交付,cancelled=已取消,refunded=已退款)',
  created_at DATETIME NOT NULL COMMENT '下单时间',
  PRIMARY KEY (id),
  UNIQUE KEY uk_orders_order_no (order_no),
  KEY idx_orders_status (status),
  KEY idx_orders_created_at (created_at),
  CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id)
) COMMENT = '订单';

CREATE TABLE order_items (
  order_id INT NOT NULL COMMENT '订单编号',
  product_id INT NOT NULL COMMENT '产品编号',
  quantity INT NOT NULL COMMENT '数量',
  unit_price DECIMAL(10,2) NOT NULL COMMENT '单价，单位元',
  total_price DECIMAL(12,2) NOT NULL COMMENT '小计，单位元',
  PRIMARY KEY (order_id, product_id),
  CONSTRAINT fk_order_items_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT fk_order_items_product FOREIGN KEY (product_id) REFERENCES products (id)
) COMMENT = '订单明细';

CREATE TABLE departments (
  id INT NOT NULL AUTO_INCREMENT COMMENT '部门编号',
  name VARCHAR(50) NOT NULL COMMENT '部门名称',
  location VARCHAR(50) NOT NULL COMMENT '办公地点',
  budget DECIMAL(14,2) NOT NULL COMMENT '年度预算，单位元',
  PRIMARY KEY (id),
  UNIQUE KEY uk_departments_name (name)
) COMMENT = '部门';

CREATE TABLE employees (
  id INT NOT NULL AUTO_INCREMENT COMMENT '员工编号',
  department_id INT NOT NULL COMMENT '所属部门编号',
  name VARCHAR(50) NOT NULL COMMENT '员工姓名',
  title VARCHAR(50) NOT NULL COMMENT '职位',
  salary DECIMAL(10,2) NOT NULL COMMENT '月薪，单位元',
  hire_date DATE NOT NULL COMMENT '入职日期',
  status VARCHAR(20) NOT NULL COMMENT '在职状态(employed=在职,leave=休假,resigned=离职)',
  PRIMARY KEY (id),
  KEY idx_employees_name (name),
  CONSTRAINT fk_employees_department FOREIGN KEY (department_id) REFERENCES departments (id)
) COMMENT = '员工';

CREATE TABLE projects (
  id INT NOT NULL AUTO_INCREMENT COMMENT '项目编号',
  name VARCHAR(100) NOT NULL COMMENT '项目名称',
  department_id INT NOT NULL COMMENT '牵头部门编号',
  budget DECIMAL(14,2) NOT NULL COMMENT '项目预算，单位元',
  status VARCHAR(20) NOT NULL COMMENT '项目状态(planned=筹备中,running=进行中,finished=已结项)',
  start_date DATE NOT NULL COMMENT '开始日期',
  end_date DATE NULL COMMENT '结束日期，空表示未结束',
  PRIMARY KEY (id),
  UNIQUE KEY uk_projects_name (name),
  CONSTRAINT fk_projects_department FOREIGN KEY (department_id) REFERENCES departments (id)
) COMMENT = '项目';

CREATE TABLE project_hours (
  ID INT NOT NULL AUTO_INCREMENT COMMENT '工时记录编号',
  EMPLOYEE_ID INT NOT NULL COMMENT '员工编号',
  DEPT VARCHAR(50) NOT NULL COMMENT '一级部门',
  DEPARTMENT_NAME VARCHAR(50) NOT NULL COMMENT '二级部门',
  PROJECT_NAME VARCHAR(100) NOT NULL COMMENT '项目名称',
  WORK_MONTH DATE NOT NULL COMMENT '工时月份，取当月第一天',
  MONTHHOURS DECIMAL(6,1) NOT NULL COMMENT '当月工时，单位小时',
  PRIMARY KEY (ID),
  KEY idx_project_hours_dept (DEPT),
  KEY idx_project_hours_project (PROJECT_NAME),
  KEY idx_project_hours_month (WORK_MONTH),
  CONSTRAINT fk_project_hours_employee FOREIGN KEY (EMPLOYEE_ID) REFERENCES employees (id)
) COMMENT = '项目工时';

CREATE TABLE ticks (
  id BIGINT NOT NULL AUTO_INCREMENT COMMENT '逐笔编号',
  symbol VARCHAR(20) NOT NULL COMMENT '代码',
  event_time DATETIME(3) NOT NULL COMMENT '成交时刻',
  price DECIMAL(18,4) NOT NULL COMMENT '最新价',
  volume BIGINT NOT NULL COMMENT '当日累计成交量',
  last_volume BIGINT NOT NULL COMMENT '本笔成交量',
  amount DECIMAL(20,2) NOT NULL COMMENT '当日累计成交额',
  bid_price DECIMAL(18,4) NOT NULL COMMENT '买一价',
  ask_price DECIMAL(18,4) NOT NULL COMMENT '卖一价',
  bid_volume BIGINT NOT NULL COMMENT '买一量',
  ask_volume BIGINT NOT NULL COMMENT '卖一量',
  open DECIMAL(18,4) NOT NULL COMMENT '开盘价',
  high DECIMAL(18,4) NOT NULL COMMENT '最高价',
  low DECIMAL(18,4) NOT NULL COMMENT '最低价',
  prev_close DECIMAL(18,4) NOT NULL COMMENT '昨收价',
  direction ENUM('buy','sell','neutral') NOT NULL COMMENT '方向(buy=主动买,sell=主动卖,neutral=中性)',
  PRIMARY KEY (id),
  KEY idx_ticks_symbol (symbol, id),
  KEY idx_ticks_event_time (event_time)
) COMMENT = '行情逐笔';
